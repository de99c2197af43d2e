package kontor.catalog.description;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one description with the JDK's StAX parser, hardened by hand: its defaults still read external entities. Text
 * is collected only for the few paths of C-9, so memory stays flat.
 */
final class DescriptionReader {

    private static final int DEPTH_MOST = 20;
    private static final String ROOT = "product";
    private static final Set<String> UNITS = Set.of("cm", "m");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

    private static final String PRODUCT_SIZE = "product/product_size/";
    private static final String PACKAGE_ELEMENT = "product/package_parameters/package_size";
    private static final String PACKAGE_SIZE = PACKAGE_ELEMENT + "/";
    private static final String PACKAGES = "product/package_parameters/number_of_packages";
    private static final String AGE = "product/recommended_age";
    private static final String TEXT = "product/description";

    private static final Set<String> READ = Set.of(
            PRODUCT_SIZE + "unit",
            PRODUCT_SIZE + "width",
            PRODUCT_SIZE + "height",
            PRODUCT_SIZE + "depth",
            PACKAGE_SIZE + "unit",
            PACKAGE_SIZE + "width",
            PACKAGE_SIZE + "height",
            PACKAGE_SIZE + "depth",
            PACKAGES,
            AGE,
            TEXT);

    /** The paths that lead to what is read; below any other nothing needs to be remembered. */
    private static final Set<String> LEADING = Stream.concat(
                    READ.stream(),
                    Stream.of(ROOT, "product/product_size", "product/package_parameters", PACKAGE_ELEMENT))
            .collect(Collectors.toUnmodifiableSet());

    private static final String ELSEWHERE = "";

    private final String xml;
    private final Deque<String> paths = new ArrayDeque<>();
    private final Map<String, String> found = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    DescriptionReader(String xml) {
        this.xml = xml;
    }

    Description read() {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                take(reader, reader.next());
            }
        } catch (XMLStreamException e) {
            throw new BadDescription("it is not well-formed XML without DOCTYPE and entities of its own");
        }
        return new Description(size(PRODUCT_SIZE), size(PACKAGE_SIZE), packages(), found.get(AGE), found.get(TEXT));
    }

    /** One per text: a factory is not promised to be safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched.");
        });
        return factory;
    }

    private void take(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName());
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (isRead()) {
                    text.append(reader.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new BadDescription("it has a DOCTYPE");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new BadDescription("it uses an entity of its own");
            default -> {} // comments, instructions and space are kept, but say nothing
        }
    }

    private void start(String name) {
        if (paths.isEmpty() && !name.equals(ROOT)) {
            throw new BadDescription("its root is not 'product'");
        }
        if (paths.size() == DEPTH_MOST) {
            throw new BadDescription("it is nested deeper than 20 elements");
        }
        String path = paths.isEmpty() ? name : paths.element() + "/" + name;
        paths.push(LEADING.contains(path) ? path : ELSEWHERE);
        if (isRead()) {
            text.setLength(0);
        }
    }

    private void end() {
        if (isRead()) {
            String value = text.toString().strip();
            if (!value.isEmpty()) {
                found.putIfAbsent(paths.element(), value);
            }
            text.setLength(0);
        }
        paths.pop();
    }

    private boolean isRead() {
        return !paths.isEmpty() && READ.contains(paths.element());
    }

    private @Nullable Size size(String path) {
        @Nullable String unit = found.get(path + "unit");
        Size size = new Size(
                unit != null && UNITS.contains(unit) ? unit : null,
                number(path + "width"),
                number(path + "height"),
                number(path + "depth"));
        return size.equals(new Size(null, null, null, null)) ? null : size;
    }

    private @Nullable BigDecimal number(String path) {
        @Nullable String value = found.get(path);
        return value != null && NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
    }

    private @Nullable Integer packages() {
        @Nullable String value = found.get(PACKAGES);
        return value != null && COUNT.matcher(value).matches() ? Integer.valueOf(value) : null;
    }
}
