package kontor.invoice.paper;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements one below the other. What is absent or blank is left out: EN 16931 knows no empty element. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;

    private Xml() throws XMLStreamException {
        // Of the JDK, whatever else lies on the class path, so that the bytes do not change with it.
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static byte[] of(Consumer<Xml> content) {
        try {
            Xml xml = new Xml();
            xml.out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.accept(xml);
            xml.out.writeEndDocument();
            xml.out.close();
            return xml.text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names carry their prefix; attributes are pairs of name and value. */
    void element(String name, Consumer<Xml> content, String... attributes) {
        try {
            start(name, attributes);
            depth++;
            content.accept(this);
            depth--;
            indent();
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void text(String name, @Nullable String content, String... attributes) {
        if (content == null || content.isBlank()) {
            return;
        }
        try {
            start(name, attributes);
            out.writeCharacters(Letters.forXml(content));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        indent();
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void indent() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }
}
