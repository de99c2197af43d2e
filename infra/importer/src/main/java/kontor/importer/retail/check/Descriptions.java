package kontor.importer.retail.check;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** XML descriptions as the catalog takes them (C-9): nothing is fetched and no entity is resolved. */
final class Descriptions {

    private static final int BYTES_MAX = 65_536;
    private static final int DEPTH_MAX = 20;

    private Descriptions() {}

    static void check(Wares wares, Findings findings) {
        for (Wares.Product product : wares.products()) {
            @Nullable String xml = product.description();
            if (xml != null) {
                fault(xml)
                        .ifPresent(fault -> findings.add(Sheet.PRODUCTS.line(product.line()), "Description " + fault));
            }
        }
    }

    private static Optional<String> fault(String xml) {
        if (xml.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return Optional.of("has more than %d bytes".formatted(BYTES_MAX));
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 1 && !reader.getLocalName().equals("product")) {
                        return Optional.of("has another root than product");
                    }
                    if (depth > DEPTH_MAX) {
                        return Optional.of("is nested deeper than %d elements".formatted(DEPTH_MAX));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return Optional.of("has a DOCTYPE or an entity of its own");
                }
            }
            return Optional.empty();
        } catch (XMLStreamException notWellFormed) {
            return Optional.of("is no well-formed XML without DOCTYPE and entities of its own");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory;
    }
}
