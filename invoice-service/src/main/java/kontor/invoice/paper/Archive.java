package kontor.invoice.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Puts the e-invoice inside and says what the file is, as PDF/A-3 and Factur-X want it. All times are the document's
 * day and all ids follow from what is printed, so that the same document gives the same bytes (V-10).
 */
final class Archive {

    private static final String PRODUCER = "Kontor";
    private static final String FILE = "factur-x.xml";

    private final PDDocument document;

    Archive(PDDocument document) {
        this.document = document;
    }

    byte[] seal(Paper paper, String mark, byte[] invoice) throws IOException {
        Calendar day = GregorianCalendar.from(paper.creationDate().atStartOfDay(ZoneOffset.UTC));
        String title = Letters.forXml(paper.title() + " " + paper.number());
        describe(title, day);
        attach(invoice, title, day);
        document.setDocumentId(id(mark, invoice));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }

    private void describe(String title, Calendar day) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer(PRODUCER);
        information.setCreationDate(day);
        information.setModificationDate(day);
        document.setDocumentInformation(information);

        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(Template.of("paper/metadata.xml")
                .with(Map.of(
                        "title",
                        Template.escaped(title),
                        "producer",
                        PRODUCER,
                        "day",
                        day.toInstant().toString(),
                        "file",
                        FILE))
                .getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private void attach(byte[] invoice, String title, Calendar day) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(invoice), COSName.FLATE_DECODE);
        content.setSubtype("text/xml");
        content.setSize(invoice.length);
        content.setCreationDate(day);
        content.setModDate(day);

        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(FILE);
        file.setFileUnicode(FILE);
        file.setFileDescription(title);
        file.setEmbeddedFile(content);
        file.setEmbeddedFileUnicode(content);
        // The same document in another form, which is what the profile EN 16931 is.
        file.getCOSObject().setName("AFRelationship", "Alternative");

        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(FILE, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(file);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    private static Long id(String mark, byte[] invoice) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(mark.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(invoice)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
