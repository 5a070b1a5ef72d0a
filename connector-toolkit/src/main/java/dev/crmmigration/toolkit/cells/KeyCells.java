package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.identity.EmailText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads keys, codes, addresses and numbers that nobody calculates with. */
final class KeyCells {

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d+))?[Ee]\\+(\\d{1,2})");
    private static final Pattern MONTH_NAME =
            Pattern.compile("(?i)\\d{1,2}-(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)"
                    + "|(jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)-\\d{2}");

    private static final int LONGEST_MONTH = 6;

    private final LostZeros lostZeros;
    private final Supplier<ColumnEvidence> evidence;

    KeyCells(ReadingOptions options, Supplier<ColumnEvidence> evidence) {
        this.lostZeros = new LostZeros(options.region().orElse(""));
        this.evidence = evidence;
    }

    void read(Cell cell) {
        switch (cell.column().kind()) {
            case EMAIL -> readEmail(cell);
            case POSTCODE -> lostZeros.readPostcode(cell);
            case PHONE -> readPhone(cell);
            default -> readKey(cell);
        }
    }

    private void readKey(Cell cell) {
        String text = cell.text();
        if (text.length() <= LONGEST_MONTH
                && text.indexOf('-') > 0
                && MONTH_NAME.matcher(text).matches()) {
            cell.refuse(Rule.XL_MONTHNAME, "a spreadsheet made a date of this code. Put the code back");
        } else if (isScientific(text)) {
            expand(cell);
        } else if (DigitEvidence.isLong(text) && DigitEvidence.isCut(text) && lostDigits(cell)) {
            cutOff(cell);
        } else {
            cell.hold(text);
        }
    }

    private static boolean isScientific(String text) {
        return text.indexOf('+') > 0 && SCIENTIFIC.matcher(text).matches();
    }

    private boolean lostDigits(Cell cell) {
        return cell.column().kind() != Kind.CODE && evidence.get().lostDigits(cell.position());
    }

    /** A reference may still be found by what is left of it; a key of its own cannot. */
    private static void cutOff(Cell cell) {
        if (cell.column().kind() == Kind.REFERENCE) {
            cell.clear(Rule.XL_15DIGITS);
        } else {
            cell.refuse(
                    Rule.XL_15DIGITS, "a spreadsheet cut this id to 15 digits. Export again, and do not save it there");
        }
    }

    private static void expand(Cell cell) {
        Matcher matcher = SCIENTIFIC.matcher(cell.text());
        boolean isWhole = matcher.matches() && digits(matcher) == Integer.parseInt(matcher.group(3)) + 1;
        if (isWhole) {
            String number = new BigDecimal(cell.text().replace(',', '.'))
                    .toBigIntegerExact()
                    .toString();
            cell.rewrite(number, Rule.XL_SCI);
            cell.hold(number);
        } else {
            cell.clear(Rule.XL_SCI);
        }
    }

    private static int digits(Matcher matcher) {
        return 1 + (matcher.group(2) == null ? 0 : matcher.group(2).length());
    }

    private void readPhone(Cell cell) {
        if (isScientific(cell.text())) {
            expand(cell);
        } else {
            lostZeros.readPhone(cell);
        }
    }

    private static void readEmail(Cell cell) {
        if (EmailText.isPlain(cell.text())) {
            cell.hold(List.of(cell.text()));
            return;
        }
        List<String> addresses = EmailText.all(cell.text());
        if (addresses.isEmpty()) {
            cell.clear();
            return;
        }
        boolean several = addresses.size() > 1
                && addresses.stream().allMatch(one -> EmailText.key(one).isPresent());
        String first = several || addresses.size() == 1 ? addresses.get(0) : cell.text();
        if (several) {
            cell.note(Rule.EMAIL_MULTI);
        } else if (EmailText.key(first).isEmpty()) {
            cell.note(Rule.EMAIL_BAD);
        } else if (!first.equals(cell.text())) {
            cell.note(Rule.EMAIL_NORM);
        }
        cell.hold(several ? addresses : List.of(first), first);
    }
}
