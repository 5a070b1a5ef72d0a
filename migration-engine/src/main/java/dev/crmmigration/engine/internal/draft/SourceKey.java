package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.value.Sha256;

/** The key that a record carries at the destination: readable, the same at every run, one for every effect. */
final class SourceKey {

    /** Text fields of most platforms end at 255 characters. */
    private static final int LONGEST = 255;

    private static final int HASH = 16;

    private SourceKey() {}

    static String of(EffectId effect) {
        RecordRef source = effect.source();
        // The id of a derived record begins with the mapping
        String record = source.type().equals(RecordRef.DERIVED) ? source.id() : effect.mapping() + ":" + source.id();
        String key = effect.part().equals(EffectId.MAIN) ? record : record + "/" + effect.part();
        return key.length() <= LONGEST
                ? key
                : key.substring(0, LONGEST - HASH - 1) + "~" + Sha256.of(key).substring(0, HASH);
    }
}
