package kontor.importer.retail.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Refused;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;

/** Reads the folder of a retail shop, or refuses it. Whatever is no file of the layout is left aside. */
public final class RetailReader {

    /** Everything is held in memory. */
    private static final long BYTES_MAX = 64L * 1024 * 1024;

    private static final int ROWS_MAX = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path folder;
    private final Instant now;
    private final Findings findings = new Findings();
    private final Map<Sheet, Integer> read = new EnumMap<>(Sheet.class);
    private final List<String> notes = new ArrayList<>();
    private int rows;

    private RetailReader(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** Takes {@code now} for the present: nothing may have been ordered or invoiced later. */
    public static Retail read(Path folder, Instant now) {
        if (!Files.isDirectory(folder)) {
            throw new Refused("%s is no folder.".formatted(folder));
        }
        RetailReader reader = new RetailReader(folder, now);
        reader.noteStrangers();
        Retail retail = new Retail(
                ClienteleLines.read(reader),
                WaresLines.read(reader),
                TradeLines.read(reader),
                BillingLines.read(reader),
                reader.read,
                reader.notes);
        reader.findings.refuse();
        return retail;
    }

    Instant now() {
        return now;
    }

    private void noteStrangers() {
        Set<String> strangers = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).forEach(strangers::add);
        } catch (IOException unreadable) {
            throw new Refused("%s cannot be read: %s.".formatted(folder, unreadable.getMessage()));
        }
        for (Sheet sheet : Sheet.values()) {
            strangers.remove(sheet.title());
        }
        if (!strangers.isEmpty()) {
            notes.add("Left aside, since no file of the layout: %s.".formatted(String.join(", ", strangers)));
        }
    }

    <T extends Entry> List<T> all(Sheet sheet, Function<Cells, T> mapper) {
        List<CsvText.Line> lines = lines(sheet);
        if (lines.isEmpty()) {
            throw new Refused("%s line 1: the header is missing.".formatted(sheet.title()));
        }
        List<String> header = lines.getFirst().cells();
        Map<String, Integer> places = places(sheet, header);
        List<T> all = new ArrayList<>();
        for (CsvText.Line line : lines.subList(1, lines.size())) {
            if (++rows > ROWS_MAX) {
                throw new Refused("The folder holds more than %d lines.".formatted(ROWS_MAX));
            }
            if (line.cells().size() != header.size()) {
                findings.add(
                        sheet.line(line.line()),
                        "it has %d cells, the header %d".formatted(line.cells().size(), header.size()));
            } else {
                all.add(mapper.apply(new Cells(sheet, line.line(), places, line.cells(), findings)));
            }
        }
        read.put(sheet, lines.size() - 1);
        all.sort(Comparator.comparingLong(Entry::id));
        return all;
    }

    private Map<String, Integer> places(Sheet sheet, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (places.put(header.get(i), i) != null) {
                throw new Refused("%s line 1: the column %s is there twice.".formatted(sheet.title(), header.get(i)));
            }
        }
        for (String column : sheet.columns()) {
            if (!places.containsKey(column)) {
                throw new Refused("%s line 1: the column %s is missing.".formatted(sheet.title(), column));
            }
        }
        Set<String> more = new HashSet<>(places.keySet());
        more.removeAll(sheet.columns());
        if (!more.isEmpty()) {
            notes.add("Left aside of %s: %s.".formatted(sheet.title(), String.join(", ", new TreeSet<>(more))));
        }
        return places;
    }

    private List<CsvText.Line> lines(Sheet sheet) {
        String text = text(sheet);
        try {
            return CsvText.lines(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CsvText.Broken broken) {
            throw new Refused("%s: %s.".formatted(sheet.line(broken.line()), broken.what()));
        }
    }

    private String text(Sheet sheet) {
        Path file = folder.resolve(sheet.title());
        if (!Files.isRegularFile(file)) {
            throw new Refused("%s has no file %s.".formatted(folder, sheet.title()));
        }
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new Refused("%s has more than %d bytes.".formatted(sheet.title(), BYTES_MAX));
            }
            return decode(sheet, Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new Refused("%s cannot be read: %s.".formatted(sheet.title(), unreadable.getMessage()));
        }
    }

    private static String decode(Sheet sheet, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException notUtf8) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Refused("%s: it is not written in UTF-8.".formatted(sheet.line(line)));
        }
    }
}
