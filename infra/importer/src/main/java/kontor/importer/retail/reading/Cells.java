package kontor.importer.retail.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Wording;
import kontor.importer.retail.source.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line by column. An empty cell is none. In the place of a value that does not fit the caller gets
 * some value, and the finding keeps the line from being used.
 */
final class Cells {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final long MONEY_MAX = 9_999_999_999L;
    private static final int DECIMALS = 2;

    private final Sheet sheet;
    private final int line;
    private final Map<String, Integer> places;
    private final List<String> cells;
    private final Findings findings;

    Cells(Sheet sheet, int line, Map<String, Integer> places, List<String> cells, Findings findings) {
        this.sheet = sheet;
        this.line = line;
        this.places = places;
        this.cells = cells;
        this.findings = findings;
    }

    int line() {
        return line;
    }

    void fault(String what) {
        findings.add(sheet.line(line), what);
    }

    private @Nullable String cell(String column) {
        String cell = cells.get(Objects.requireNonNull(places.get(column)));
        return cell.isEmpty() ? null : cell;
    }

    long id() {
        return reference("ID");
    }

    long reference(String column) {
        return number(column, 0, Long.MAX_VALUE);
    }

    @Nullable
    Long referenceOrNone(String column) {
        return cell(column) == null ? null : (Long) reference(column);
    }

    int count(String column, int least, int most) {
        return (int) number(column, least, most);
    }

    boolean flag(String column) {
        return number(column, 0, 1) == 1;
    }

    private long number(String column, long least, long most) {
        @Nullable String cell = cell(column);
        if (cell == null || !WHOLE.matcher(cell).matches()) {
            fault((cell == null ? "%s is missing" : "%s is no whole number").formatted(column));
            return least;
        }
        long number = Long.parseLong(cell);
        if (number < least || number > most) {
            fault(
                    most == Long.MAX_VALUE
                            ? "%s is %d, possible are numbers from %d".formatted(column, number, least)
                            : "%s is %d, possible are %d to %d".formatted(column, number, least, most));
            return least;
        }
        return number;
    }

    /** Whole units of money with at most two decimals, as minor units (G-41). */
    long money(String column, boolean mayBeNegative) {
        BigDecimal minor = decimal(column).movePointRight(DECIMALS);
        if (minor.abs().compareTo(BigDecimal.valueOf(MONEY_MAX)) > 0 || (minor.signum() < 0 && !mayBeNegative)) {
            fault("%s is %s, which is %s"
                    .formatted(
                            column,
                            minor.movePointLeft(DECIMALS).toPlainString(),
                            minor.signum() < 0 && !mayBeNegative ? "below 0" : "more money than possible"));
            return 0;
        }
        return minor.longValueExact();
    }

    BigDecimal percentage(String column) {
        BigDecimal percentage = decimal(column);
        if (percentage.signum() < 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0) {
            fault("%s is %s, possible are 0 to 100".formatted(column, percentage.toPlainString()));
            return BigDecimal.ZERO;
        }
        // Equal percentages are equal values, however they are written.
        BigDecimal stripped = percentage.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BigDecimal decimal(String column) {
        @Nullable String cell = cell(column);
        if (cell == null || !DECIMAL.matcher(cell).matches()) {
            fault((cell == null ? "%s is missing" : "%s is no number").formatted(column));
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(cell);
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            fault("%s has more than two decimals".formatted(column));
            return BigDecimal.ZERO;
        }
        return number;
    }

    /** A date is its midnight; times are UTC. */
    Instant instant(String column, Instant latest) {
        Instant instant = moment(column).toInstant(ZoneOffset.UTC);
        if (instant.isAfter(latest)) {
            fault("%s lies in the future".formatted(column));
        }
        return instant;
    }

    LocalDate date(String column) {
        return moment(column).toLocalDate();
    }

    private LocalDateTime moment(String column) {
        @Nullable String cell = cell(column);
        if (cell != null) {
            try {
                String written = cell.replace(' ', 'T');
                return written.length() == "2020-01-18".length()
                        ? LocalDate.parse(written).atStartOfDay()
                        : LocalDateTime.parse(written);
            } catch (DateTimeException noDate) {
                fault("%s is no date, such as 2020-01-18 or 2020-01-18 09:15:00".formatted(column));
                return LocalDate.EPOCH.atStartOfDay();
            }
        }
        fault("%s is missing".formatted(column));
        return LocalDate.EPOCH.atStartOfDay();
    }

    String text(String column, int most) {
        @Nullable String text = textOrNone(column, most);
        if (text == null) {
            fault("%s is missing".formatted(column));
            return "";
        }
        return text;
    }

    /** A cell of blanks is none either. */
    @Nullable
    String textOrNone(String column, int most) {
        @Nullable String cell = cell(column);
        String tidy = cell == null ? "" : Wording.tidy(cell);
        if (tidy.isEmpty()) {
            return null;
        }
        Wording.fault(tidy, 1, most).ifPresent(fault -> fault("%s %s".formatted(column, fault)));
        return tidy;
    }

    /** As {@link #textOrNone}, in a form of its own. */
    @Nullable
    String textOrNone(String column, int most, Pattern form, String message) {
        @Nullable String text = textOrNone(column, most);
        if (text != null && !form.matcher(text).matches()) {
            fault("%s %s".formatted(column, message));
        }
        return text;
    }

    /** Untouched. */
    @Nullable
    String verbatim(String column) {
        return cell(column);
    }
}
