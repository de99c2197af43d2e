package kontor.invoice.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * The document in the words of EN 16931, UN/CEFACT syntax. The figures are those of the paper, nothing is computed
 * anew; only on a cancellation, a credit note here, they are turned positive (V-17).
 */
final class CrossIndustryInvoice {

    private static final String NAMESPACE = "urn:un:unece:uncefact:data:standard:";
    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final String PIECE = "C62";
    private static final String BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    /** Undefined, credit transfers, payment to a bank account: who pays so needs the account. */
    private static final Set<String> PAID_TO_AN_ACCOUNT = Set.of("1", "30", "31", "42", "57", "58");

    private final Paper paper;
    private final Profile profile;
    private final Figures figures;
    private final int sign;
    private final TradeParties parties;

    CrossIndustryInvoice(Paper paper, Profile profile, ContactSettings contact) {
        this.paper = paper;
        this.profile = profile;
        this.figures = Figures.of(paper.currency());
        this.sign = paper.kind() == Paper.Kind.CANCELLATION ? -1 : 1;
        this.parties = new TradeParties(paper, profile, contact);
    }

    byte[] write() {
        return Xml.of(xml -> xml.element(
                "rsm:CrossIndustryInvoice",
                this::document,
                "xmlns:rsm",
                NAMESPACE + "CrossIndustryInvoice:100",
                "xmlns:ram",
                NAMESPACE + "ReusableAggregateBusinessInformationEntity:100",
                "xmlns:udt",
                NAMESPACE + "UnqualifiedDataType:100"));
    }

    private void document(Xml xml) {
        xml.element("rsm:ExchangedDocumentContext", context -> {
            if (profile == Profile.XRECHNUNG) {
                context.element(
                        "ram:BusinessProcessSpecifiedDocumentContextParameter",
                        process -> process.text("ram:ID", BILLING));
            }
            context.element(
                    "ram:GuidelineSpecifiedDocumentContextParameter",
                    guideline -> guideline.text("ram:ID", profile.guideline()));
        });
        xml.element("rsm:ExchangedDocument", head -> {
            head.text("ram:ID", paper.number());
            head.text("ram:TypeCode", paper.kind() == Paper.Kind.CANCELLATION ? CREDIT_NOTE : INVOICE);
            date(head, "ram:IssueDateTime", paper.creationDate());
            if (paper.reason() != null) {
                head.element("ram:IncludedNote", note -> note.text("ram:Content", paper.reason()));
            }
        });
        xml.element("rsm:SupplyChainTradeTransaction", trade -> {
            paper.lines().forEach(line -> line(trade, line));
            trade.element("ram:ApplicableHeaderTradeAgreement", parties::agreement);
            trade.element("ram:ApplicableHeaderTradeDelivery", this::delivery);
            trade.element("ram:ApplicableHeaderTradeSettlement", this::settlement);
        });
    }

    private void line(Xml xml, Paper.Line line) {
        xml.element("ram:IncludedSupplyChainTradeLineItem", item -> {
            item.element(
                    "ram:AssociatedDocumentLineDocument",
                    number -> number.text("ram:LineID", Integer.toString(line.lineNo())));
            item.element("ram:SpecifiedTradeProduct", product -> product.text("ram:Name", line.name()));
            item.element(
                    "ram:SpecifiedLineTradeAgreement",
                    agreement -> agreement.element(
                            "ram:NetPriceProductTradePrice",
                            price -> price.text("ram:ChargeAmount", figures.plain(line.unitPriceMinor()))));
            item.element(
                    "ram:SpecifiedLineTradeDelivery",
                    delivery -> delivery.text(
                            "ram:BilledQuantity", Integer.toString(sign * line.amount()), "unitCode", PIECE));
            item.element("ram:SpecifiedLineTradeSettlement", settlement -> {
                settlement.element("ram:ApplicableTradeTax", tax -> {
                    tax.text("ram:TypeCode", "VAT");
                    rate(tax, line.vatPercentage());
                });
                settlement.element(
                        "ram:SpecifiedTradeSettlementLineMonetarySummation",
                        sum -> sum.text("ram:LineTotalAmount", money(line.netMinor())));
            });
        });
    }

    private void delivery(Xml xml) {
        parties.shipTo(xml);
        xml.element(
                "ram:ActualDeliverySupplyChainEvent",
                event -> date(event, "ram:OccurrenceDateTime", paper.deliveryDate()));
    }

    private void settlement(Xml xml) {
        xml.text("ram:PaymentReference", paper.number());
        xml.text("ram:InvoiceCurrencyCode", paper.currency());
        xml.element("ram:SpecifiedTradeSettlementPaymentMeans", this::means);
        paper.vat()
                .forEach(vat -> xml.element("ram:ApplicableTradeTax", tax -> {
                    tax.text("ram:CalculatedAmount", money(vat.vatMinor()));
                    tax.text("ram:TypeCode", "VAT");
                    tax.text("ram:BasisAmount", money(vat.netMinor()));
                    rate(tax, vat.percentage());
                }));
        xml.element(
                "ram:SpecifiedTradePaymentTerms", terms -> date(terms, "ram:DueDateDateTime", paper.paymentDeadline()));
        xml.element("ram:SpecifiedTradeSettlementHeaderMonetarySummation", sum -> {
            sum.text("ram:LineTotalAmount", money(paper.netMinor()));
            sum.text("ram:TaxBasisTotalAmount", money(paper.netMinor()));
            sum.text("ram:TaxTotalAmount", money(paper.vatMinor()), "currencyID", paper.currency());
            sum.text("ram:GrandTotalAmount", money(paper.grossMinor()));
            sum.text("ram:DuePayableAmount", money(paper.grossMinor()));
        });
        String cancels = paper.cancels();
        if (cancels != null) {
            xml.element("ram:InvoiceReferencedDocument", preceding -> preceding.text("ram:IssuerAssignedID", cancels));
        }
    }

    private void means(Xml xml) {
        xml.text("ram:TypeCode", paper.meansCode());
        xml.text("ram:Information", paper.paymentMethod());
        if (!PAID_TO_AN_ACCOUNT.contains(paper.meansCode())) {
            return;
        }
        String bankAccount = paper.seller().bankAccount();
        Optional<Iban> iban = Iban.in(bankAccount);
        xml.element(
                "ram:PayeePartyCreditorFinancialAccount",
                account -> iban.ifPresentOrElse(
                        known -> account.text("ram:IBANID", known.value()),
                        () -> account.text("ram:ProprietaryID", bankAccount)));
    }

    private static void rate(Xml xml, BigDecimal percentage) {
        xml.text("ram:CategoryCode", percentage.signum() == 0 ? "Z" : "S");
        xml.text("ram:RateApplicablePercent", Figures.plainRate(percentage));
    }

    private static void date(Xml xml, String name, LocalDate date) {
        xml.element(
                name,
                day -> day.text("udt:DateTimeString", DateTimeFormatter.BASIC_ISO_DATE.format(date), "format", "102"));
    }

    private String money(long minor) {
        return figures.plain(sign * minor);
    }
}
