// Tests of Workbench.
