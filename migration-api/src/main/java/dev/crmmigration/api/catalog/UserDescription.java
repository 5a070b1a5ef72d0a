package dev.crmmigration.api.catalog;

/**
 * A user of the account.
 *
 * @param key what the account calls the user
 * @param email as the account has it; compared without regard to case
 * @param active whether records can be given to the user
 */
public record UserDescription(String key, String email, boolean active) {

    /** Names the user by key; the address is personal data. */
    @Override
    public String toString() {
        return "UserDescription[" + key + (active ? "]" : ", inactive]");
    }
}
