"""Times: which days a figure holds for, told before it, behind it or by what began."""
