package dev.crmmigration.toolkit.linkage;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.damage.Rule;

/**
 * Names the fields of rows that hold the link to a client's package, and completes them.
 *
 * @param reference the field that names the package
 * @param origin the field that gets how the link is known
 * @param stated the field that keeps what the export said, where that was replaced; empty text if none does
 */
public record LinkedRow(String reference, String origin, String stated) {

    /** The rule of links that were worked out. */
    private static final String LINK_INFERRED = "LINK_INFERRED";

    /** Leaves a link as it stands in a bundle of changes, which cannot check it. */
    public void keep(RowDraft row) {
        row.put(origin, PackageLink.Origin.EXPLICIT.word());
    }

    /**
     * Puts the link in place of what the export said; a link that was valid stays as it was.
     *
     * @param isKnown whether the export has the package that the row names
     */
    public void complete(RowDraft row, PackageLink link, boolean isKnown) {
        String before = row.text(reference);
        row.put(origin, link.origin().word());
        if (before.equals(link.enrollment())) {
            return;
        }
        if (!before.isEmpty()) {
            row.mend(reference, isKnown ? Rule.CHAIN_BROKEN : Rule.REF_DANGLING);
            if (!stated.isEmpty()) {
                row.put(stated, before);
            }
        }
        row.put(reference, link.enrollment());
        if (link.origin().isInferred()) {
            row.mend(reference, LINK_INFERRED);
        }
    }
}
