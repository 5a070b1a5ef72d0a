package dev.crmmigration.toolkit.cells;

/** Which number of a date such as 03/04/2025 is the day. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
