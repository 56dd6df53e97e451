// Tests of PracticeProvider.
