package kontor.reporting.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;

/** A figure of days, added up by months. */
public record Monthly(String name, Figure figure) implements Report {

    private static final int MONTH = "2026-05".length();

    @Override
    public List<Row> rows(Reading reading, Question question) {
        Map<String, Map<String, Long>> months = new TreeMap<>();
        Map<String, Row> heads = new LinkedHashMap<>();
        for (Sum sum : reading.sums(figure)) {
            String month = sum.key().getFirst().substring(0, MONTH);
            if (!question.covers(month)) {
                continue;
            }
            Row head = Row.of().with("month", month);
            for (String key : figure.keys().subList(1, figure.keys().size())) {
                head = head.with(key, sum.key(key));
            }
            String place = String.join(
                    Figure.SEPARATOR,
                    month,
                    String.join(Figure.SEPARATOR, sum.key().subList(1, sum.key().size())));
            heads.put(place, head);
            Map<String, Long> measures = months.computeIfAbsent(place, _ -> new LinkedHashMap<>());
            figure.measures().forEach(measure -> measures.merge(measure, sum.value(measure), Math::addExact));
        }
        return months.entrySet().stream().map(month -> whole(heads, month)).toList();
    }

    private static Row whole(Map<String, Row> heads, Map.Entry<String, Map<String, Long>> month) {
        Row row = heads.getOrDefault(month.getKey(), Row.of());
        for (Map.Entry<String, Long> measure : month.getValue().entrySet()) {
            row = row.with(measure.getKey(), measure.getValue());
        }
        return row;
    }
}
