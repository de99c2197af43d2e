package kontor.platform.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a page of a list as CSV for {@code Accept: text/csv}; no cell can start a formula (G-30). */
final class CsvPages extends AbstractHttpMessageConverter<Page<?>> {

    private static final String DANGEROUS = "=+-@\t";

    private final JsonMapper mapper;

    CsvPages(JsonMapper mapper) {
        super(StandardCharsets.UTF_8, new MediaType("text", "csv"));
        this.mapper = mapper;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Page.class;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page<?> readInternal(Class<? extends Page<?>> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("CSV is only written.", message);
    }

    @Override
    protected void writeInternal(Page<?> page, HttpOutputMessage message) throws IOException {
        JsonNode rows = mapper.valueToTree(page.items());
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.propertyNames()));
        try (Writer writer = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8)) {
            writer.write(String.join(",", columns) + "\r\n");
            for (JsonNode row : rows) {
                writer.write(
                        columns.stream().map(column -> cell(row.get(column))).collect(Collectors.joining(",")));
                writer.write("\r\n");
            }
        }
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return quoted(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(" ")));
        }
        return value.isString() ? quoted(harmless(value.asString())) : quoted(value.toString());
    }

    static String harmless(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
