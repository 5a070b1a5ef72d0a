package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.IOException;

/** A file cannot be read however often one tries. */
final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param words what is wrong and what to do */
    DamagedFileException(Rule rule, String words) {
        super(rule.because(words));
    }
}
