package dev.crmmigration.api.record;

/**
 * A reference to a user that is not yet bound. Only drafts hold it; a write holds the key of the user in the account.
 *
 * @param email the user's e-mail address, compared without regard to case
 */
public record UserLink(String email) {

    /** The address is personal data, so it is not shown. */
    @Override
    public String toString() {
        return "UserLink[...]";
    }
}
