package dev.crmmigration.api.record;

/**
 * A postal address. A part that is not known is empty text, never {@code null}; at least one part is known.
 *
 * @param street street and house number, may have several lines
 * @param city locality
 * @param region state, province or county
 * @param postalCode as written, leading zeros kept
 * @param country name or ISO code, as the source has it
 */
public record Address(String street, String city, String region, String postalCode, String country) {

    public Address {
        if ((street + city + region + postalCode + country).isBlank()) {
            throw new IllegalArgumentException("an address needs at least one part");
        }
    }

    /** Where the person lives is personal data, so nothing of it is shown. */
    @Override
    public String toString() {
        return "Address[...]";
    }
}
