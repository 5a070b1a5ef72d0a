package dev.crmmigration.connector.nextcrm.mapping;

/** Expressions over a link of a document. */
public final class DocumentText {

    /** The file of the document, if there is one and it is the newest. */
    public static final String FILE = "related(document, on: $id, equals: document, where: present(file), each: file)";

    private DocumentText() {}

    /** Returns whether the file hangs on a record of an object that is there. */
    public static String hangsOn(Business business, String kind) {
        return "and(eq(kind, \"" + kind + "\"), present(" + business.live(kind, "target") + "), present(" + FILE + "))";
    }
}
