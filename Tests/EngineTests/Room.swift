// Tests of Engine.
