"""`python -m factcheck`."""

from factcheck_zh import main

if __name__ == "__main__":
    main()
