package kontor.order.parcel;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page with gaps written as {@code <!--name-->}, which no escaped text can contain. */
record Template(String page) {

    private static final Pattern GAP = Pattern.compile("<!--(\\w+)-->");

    static Template of(String name) {
        return new Template(new String(Letters.file(name), StandardCharsets.UTF_8));
    }

    /** Each gap filled, once; what is filled in is not looked at again. */
    String with(Map<String, String> fillings) {
        return GAP.matcher(page)
                .replaceAll(gap -> Matcher.quoteReplacement(
                        Objects.requireNonNull(fillings.get(gap.group(1)), () -> gap.group(1) + " is missing")));
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
