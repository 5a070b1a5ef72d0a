package dev.crmmigration.api.budget;

/**
 * What a call takes from one allowance.
 *
 * @param allowance the name of the allowance
 * @param units how much of it, at least 0
 */
public record Cost(String allowance, long units) {

    public Cost {
        if (units < 0) {
            throw new IllegalArgumentException("a cost must not be negative but was " + units + " of " + allowance);
        }
    }
}
