package dev.crmmigration.toolkit.codec;

/** A field cannot take a value. Holds a code and what to do about it, never the value. */
public final class UnfitValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public UnfitValueException(String code, String remedy) {
        super(remedy);
        this.code = code;
    }

    public static UnfitValueException wrongType(Object value, String wanted) {
        return new UnfitValueException(
                "WRONG_TYPE",
                "The field takes " + wanted + ", not a " + value.getClass().getSimpleName() + ". Correct the mapping.");
    }

    public String code() {
        return code;
    }
}
