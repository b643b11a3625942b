"""What two numbers and the numbers around them say for one thing."""
