package kontor.importer.retail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a CSV text apart by RFC 4180: cells between commas, quoted ones with any character in them and quotes doubled,
 * records that end with CR LF, LF or the text. A cell that is not quoted is taken as it stands, blanks included, and
 * holds no quote.
 */
final class CsvText {

    /**
     * A record.
     *
     * @param line where it begins, from 1
     */
    record Line(int line, List<String> cells) {}

    /** The text is no CSV from this line on. */
    static final class Broken extends RuntimeException {

        private final int line;

        private Broken(int line, String what) {
            super(what, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    private static final char QUOTE = '"';
    private static final int NONE = -1;

    private final String text;
    private int place;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
    }

    /** All records; the empty lines at the end are none. */
    static List<Line> lines(String text) {
        CsvText csv = new CsvText(text);
        List<Line> lines = new ArrayList<>();
        while (csv.peek() != NONE) {
            lines.add(csv.line());
        }
        while (!lines.isEmpty() && lines.getLast().cells().equals(List.of(""))) {
            lines.removeLast();
        }
        return lines;
    }

    private Line line() {
        int begin = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (peek() == ',') {
            place++;
            cells.add(cell());
        }
        endLine();
        return new Line(begin, cells);
    }

    private String cell() {
        if (peek() == QUOTE) {
            return quoted();
        }
        int begin = place;
        while (peek() != NONE && peek() != ',' && !isEndOfLine()) {
            if (peek() == QUOTE) {
                throw new Broken(line, "a quote stands inside a cell that is not quoted");
            }
            place++;
        }
        return text.substring(begin, place);
    }

    private String quoted() {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        place++;
        while (true) {
            int next = peek();
            if (next == NONE) {
                throw new Broken(begin, "a quoted cell has no end");
            }
            place++;
            if (next == QUOTE) {
                if (peek() != QUOTE) {
                    return closed(cell.toString());
                }
                place++;
            } else if (next == '\n') {
                line++;
            }
            cell.append((char) next);
        }
    }

    private String closed(String cell) {
        if (peek() != NONE && peek() != ',' && !isEndOfLine()) {
            throw new Broken(line, "a quoted cell goes on after its closing quote");
        }
        return cell;
    }

    /** A lone CR is a character like any other. */
    private boolean isEndOfLine() {
        return peek() == '\n' || (peek() == '\r' && place + 1 < text.length() && text.charAt(place + 1) == '\n');
    }

    private void endLine() {
        if (peek() != NONE) {
            place += peek() == '\r' ? 2 : 1;
            line++;
        }
    }

    private int peek() {
        return place < text.length() ? text.charAt(place) : NONE;
    }
}
