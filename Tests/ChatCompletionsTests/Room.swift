// Tests of ChatCompletions.
