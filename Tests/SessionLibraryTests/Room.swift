// Tests of SessionLibrary.
