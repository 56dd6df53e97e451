// Tests of ScreenKit.
