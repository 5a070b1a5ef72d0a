package dev.crmmigration.toolkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.EffectId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongNotesTest {

    private static final LongNotes NOTES = new LongNotes("note", "text", 1_000, 3);

    private static List<MappingPart.Records> records(List<MappingPart> parts) {
        return parts.stream().map(MappingPart.Records.class::cast).toList();
    }

    private static String field(MappingPart.Records part, String target) {
        return part.fields().stream()
                .filter(field -> field.target().equals(target))
                .map(FieldMapping::value)
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void makesOneNoteOfEveryRecord_andFurtherOnesOnlyOfWhatIsTooLong() {
        List<MappingPart.Records> notes = records(
                NOTES.all(LongNotes.Text.of("letter", "body"), note -> note.set("of", "link(LetterToDeal, $id)")));

        assertThat(notes).extracting(MappingPart.Records::part).containsExactly(EffectId.MAIN, "piece 2", "piece 3");
        assertThat(notes)
                .extracting(note -> note.where().toString())
                .containsExactly("true", "present(chunk(body, 1000, 2))", "present(chunk(body, 1000, 3))");
        assertThat(notes)
                .extracting(note -> field(note, "text"))
                .containsExactly(
                        "chunk(body, 1000, 1)",
                        "concat(\"(2) \", chunk(body, 1000, 2))",
                        "concat(\"(3) \", chunk(body, 1000, 3))");
        assertThat(notes).extracting(note -> field(note, "of")).containsOnly("link(LetterToDeal, $id)");
    }

    @Test
    void keepsNamesOfPartsAndConditions_whereAMappingHasSeveralTexts() {
        List<MappingPart.Records> notes = records(
                NOTES.further(LongNotes.Text.of("letter", "body").part("reply").where("present(answer)"), note -> {}));

        assertThat(notes).extracting(MappingPart.Records::part).containsExactly("reply piece 2", "reply piece 3");
        assertThat(notes.get(0).where()).hasToString("and(present(answer), present(chunk(body, 1000, 2)))");
    }

    @Test
    void letsTheWordsOfEachPieceLeadToRecords() {
        LongNotes.Text text =
                FileForms.Files.linkingImages(LongNotes.Text.of("letter", "body"), "picture", "PictureToFile");

        assertThat(field(records(NOTES.all(text, note -> {})).get(0), "text"))
                .startsWith("withLinks(chunk(body, 1000, 1), related(picture, on: note_id, equals: $id,")
                .contains("link(PictureToFile, related(picture, ");
    }

    @Test
    void declaresWhatIsTooLongForAllNotes() {
        assertThat(NOTES.loss().field()).isEqualTo("texts of more than 3,000 bytes");
        assertThat(NOTES.continued("letters").field()).isEqualTo("letters of more than 1,000 bytes");
    }
}
