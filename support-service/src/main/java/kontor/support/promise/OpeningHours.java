package kontor.support.promise;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a week in which the time of tickets runs.
 *
 * @param days windows in order, without overlap; a day without any is closed, and no day at all means always open
 */
record OpeningHours(Map<DayOfWeek, List<Window>> days) {

    static final OpeningHours ALWAYS = new OpeningHours(Map.of());

    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final String TIME = "([01][0-9]|2[0-4]):([0-5][0-9])";
    private static final Pattern ENTRY =
            Pattern.compile("%s(?:-%s)? +%s-%s".formatted(DAY, DAY, TIME, TIME), Pattern.CASE_INSENSITIVE);

    /** With less than this, a target would take centuries. */
    private static final int LEAST_MINUTES = 60;

    /** From one minute of the day to another, the last of which is 1 440. */
    record Window(int from, int to) {

        private static final int END_OF_DAY = 24 * 60;

        Window {
            if (from >= to || to > END_OF_DAY) {
                throw new IllegalArgumentException("Business hours begin before they end, on one day.");
            }
        }

        private int minutes() {
            return to - from;
        }
    }

    /** Reads {@code always} or a list such as {@code Mon-Fri 09:00-17:00, Sat 10:00-14:00}. */
    static OpeningHours of(String text) {
        if (text.strip().equalsIgnoreCase("always")) {
            return ALWAYS;
        }
        Map<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
        for (String entry : text.split(",", -1)) {
            add(days, entry.strip());
        }
        days.values().forEach(OpeningHours::putInOrder);
        int minutes = days.values().stream()
                .flatMap(List::stream)
                .mapToInt(Window::minutes)
                .sum();
        if (minutes < LEAST_MINUTES) {
            throw new IllegalArgumentException("Business hours are at least one hour a week.");
        }
        return new OpeningHours(days);
    }

    boolean isAlways() {
        return days.isEmpty();
    }

    List<Window> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static void add(Map<DayOfWeek, List<Window>> days, String entry) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not \"always\" and no business hours: " + entry);
        }
        Window window = new Window(minute(parts.group(3), parts.group(4)), minute(parts.group(5), parts.group(6)));
        DayOfWeek first = day(parts.group(1));
        @Nullable String until = parts.group(2);
        DayOfWeek last = until == null ? first : day(until);
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("Days run from Monday to Sunday: " + entry);
        }
        for (DayOfWeek day : EnumSet.range(first, last)) {
            days.computeIfAbsent(day, ignored -> new ArrayList<>()).add(window);
        }
    }

    private static void putInOrder(List<Window> windows) {
        windows.sort(Comparator.comparingInt(Window::from));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() < windows.get(i - 1).to()) {
                throw new IllegalArgumentException("Business hours of one day overlap.");
            }
        }
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static DayOfWeek day(String name) {
        String start = name.toUpperCase(Locale.ROOT);
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
