// Tests of ChatClient.
