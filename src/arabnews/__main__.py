"""`python -m arabnews` is the command line."""

from arabnews.cli import main

if __name__ == "__main__":
    main(prog_name="arabnews")
