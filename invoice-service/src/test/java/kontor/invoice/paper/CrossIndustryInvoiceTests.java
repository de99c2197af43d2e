package kontor.invoice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class CrossIndustryInvoiceTests {

    private static final ContactSettings NOBODY = new ContactSettings(null, null);

    @Test
    void saysWhatWasIssued() throws Exception {
        Document xml = read(write(Sample.usual().invoice(), Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//GuidelineSpecifiedDocumentContextParameter/ID"))
                .containsExactly("urn:cen.eu:en16931:2017");
        assertThat(all(xml, "//ExchangedDocument/ID")).containsExactly("4-2026-000018");
        assertThat(all(xml, "//ExchangedDocument/TypeCode")).containsExactly("380");
        assertThat(all(xml, "//IssueDateTime")).containsExactly("20260327");
        assertThat(all(xml, "//OccurrenceDateTime")).containsExactly("20260330");
        assertThat(all(xml, "//DueDateDateTime")).containsExactly("20260414");
        assertThat(all(xml, "//BilledQuantity")).containsExactly("3", "1", "2");
        assertThat(all(xml, "//BilledQuantity/@unitCode")).containsOnly("C62");
        assertThat(all(xml, "//ChargeAmount")).containsExactly("4.10", "0.95", "6.00");
        assertThat(all(xml, "//SpecifiedLineTradeSettlement//LineTotalAmount"))
                .containsExactly("12.30", "0.95", "12.00");
        assertThat(all(xml, "//SpecifiedLineTradeSettlement//CategoryCode")).containsExactly("S", "S", "Z");
        assertThat(all(xml, "//SpecifiedTradeSettlementPaymentMeans/TypeCode")).containsExactly("58");
        assertThat(all(xml, "//IBANID")).containsExactly("HU42117730161111101800000000");
        assertThat(all(xml, "//InvoiceReferencedDocument")).isEmpty();
    }

    @Test
    void givesTheSumsOfThePaper() throws Exception {
        Document xml = read(write(Sample.usual().invoice(), Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//ApplicableHeaderTradeSettlement/ApplicableTradeTax/BasisAmount"))
                .containsExactly("13.25", "12.00");
        assertThat(all(xml, "//CalculatedAmount")).containsExactly("3.58", "0.00");
        assertThat(all(xml, "//SpecifiedTradeSettlementHeaderMonetarySummation/*"))
                .containsExactly("25.25", "25.25", "3.58", "28.83", "28.83");
    }

    @Test
    void turnsACancellationIntoACreditNote() throws Exception {
        Document xml = read(write(Sample.usual().cancellation("Returned"), Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//ExchangedDocument/TypeCode")).containsExactly("381");
        assertThat(all(xml, "//InvoiceReferencedDocument/IssuerAssignedID")).containsExactly("4-2026-000018");
        assertThat(all(xml, "//IncludedNote/Content")).containsExactly("Returned");
        assertThat(all(xml, "//BilledQuantity")).containsExactly("3", "1", "2");
        assertThat(all(xml, "//ChargeAmount")).containsExactly("4.10", "0.95", "6.00");
        assertThat(all(xml, "//SpecifiedTradeSettlementHeaderMonetarySummation/*"))
                .containsExactly("25.25", "25.25", "3.58", "28.83", "28.83");
    }

    @ParameterizedTest
    @CsvSource({"58, 1", "30, 1", "1, 1", "10, 0", "48, 0", "59, 0"})
    void namesTheAccountToWhoPaysToOne(String means, int accounts) throws Exception {
        Document xml = read(write(Sample.usual().paidBy("Any", means).invoice(), Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//PayeePartyCreditorFinancialAccount")).hasSize(accounts);
    }

    @ParameterizedTest
    @CsvSource({
        "HU12345678,    VA, HU12345678",
        "hu 123.456-78, VA, HU12345678",
        "EL123456789,   VA, EL123456789",
        "15684995-2-32, FC, 15684995-2-32",
        "ATELIER,       FC, ATELIER",
        "QQ12345678,    FC, QQ12345678"
    })
    void tellsANumberForVatFromOthers(String identifier, String scheme, String written) throws Exception {
        Document xml = read(write(Sample.usual().taxedAs(identifier, identifier).invoice(), Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//SellerTradeParty//SpecifiedTaxRegistration/ID")).containsExactly(written);
        assertThat(all(xml, "//SellerTradeParty//SpecifiedTaxRegistration/ID/@schemeID"))
                .containsExactly(scheme);
        assertThat(all(
                        xml,
                        scheme.equals("VA") ? "//BuyerTradeParty/SpecifiedTaxRegistration/ID" : "//BuyerTradeParty/ID"))
                .containsExactly(written);
    }

    @Test
    void asksBackOnlyInAnXRechnung() throws Exception {
        ContactSettings desk = new ContactSettings("+36 1 5550100", "invoices@kontor.example");
        Document plain = read(write(Sample.usual().invoice(), Profile.FACTUR_X, desk));
        Document national = read(write(Sample.usual().invoice(), Profile.XRECHNUNG, desk));
        Document silent = read(write(Sample.usual().invoice(), Profile.XRECHNUNG, NOBODY));

        assertThat(all(plain, "//DefinedTradeContact|//BuyerReference|//URIUniversalCommunication"))
                .isEmpty();
        assertThat(all(national, "//BuyerReference")).containsExactly("4-2026-000018");
        assertThat(all(national, "//CompleteNumber")).containsExactly("+36 1 5550100");
        assertThat(all(national, "//URIUniversalCommunication/URIID/@schemeID")).containsExactly("EM", "9914");
        assertThat(all(silent, "//DefinedTradeContact")).isEmpty();
        assertThat(all(silent, "//URIUniversalCommunication/URIID/@schemeID")).containsExactly("9910", "9914");
    }

    @Test
    void keepsEveryCharacterThatXmlCanHold() throws Exception {
        String name = "<b>&amp;</b> ]]> \" ' 茶 \ud83c\udf75 Чай";
        Paper paper = Sample.empty()
                .line(name, 1, 1, "27")
                .line("odd \ufffe\uffff\u0001", 1, 1, "27")
                .invoice();

        Document xml = read(write(paper, Profile.FACTUR_X, NOBODY));

        assertThat(all(xml, "//SpecifiedTradeProduct/Name")).containsExactly(name, "odd \ufffd\ufffd\ufffd");
    }

    private static byte[] write(Paper paper, Profile profile, ContactSettings contact) {
        return new CrossIndustryInvoice(paper, profile, contact).write();
    }

    /** Without namespaces, so that the paths above can be read. */
    private static Document read(byte[] xml) throws Exception {
        String bare = new String(xml, StandardCharsets.UTF_8).replaceAll("(</?)\\w+:", "$1");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bare.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> all(Document xml, String path) throws Exception {
        NodeList nodes =
                (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent().strip())
                .toList();
    }
}
