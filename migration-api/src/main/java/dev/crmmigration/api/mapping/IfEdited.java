package dev.crmmigration.api.mapping;

/** What a delta does with a value that the source has changed and somebody has edited at the destination as well. */
public enum IfEdited {
    /** The source's value is written over the edit. */
    TAKE,
    /** The edit stays; it is not asked about again until the source changes the value once more. */
    KEEP,
    /** The edit stays for now and is listed, until a person decides. */
    FLAG
}
