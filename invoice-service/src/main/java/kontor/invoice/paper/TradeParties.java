package kontor.invoice.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seller, buyer and place of delivery in the words of EN 16931. */
final class TradeParties {

    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Z]{2}(?=[A-Z]*\\d)[A-Z0-9]{2,}");

    /** Greece and Northern Ireland are called otherwise here than elsewhere. */
    private static final Set<String> VAT_COUNTRIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries()), Stream.of("EL", "XI"))
            .collect(Collectors.toUnmodifiableSet());

    /** Schemes in which a VAT number is an electronic address (code list EAS). */
    private static final Map<String, String> ADDRESS_SCHEMES = Stream.of(("HU9910 AT9914 ES9920 AD9922 AL9923 BA9924 "
                            + "BE9925 BG9926 CH9927 CY9928 CZ9929 DE9930 EE9931 GB9932 EL9933 HR9934 IE9935 LI9936 "
                            + "LT9937 LU9938 LV9939 MC9940 ME9941 MK9942 MT9943 NL9944 PL9945 PT9946 RO9947 RS9948 "
                            + "SI9949 SK9950 SM9951 TR9952 VA9953 FR9957")
                    .split(" "))
            .collect(Collectors.toUnmodifiableMap(code -> code.substring(0, 2), code -> code.substring(2)));

    private static final String E_MAIL = "EM";

    private final Paper paper;
    private final boolean isXRechnung;
    private final ContactSettings contact;

    TradeParties(Paper paper, Profile profile, ContactSettings contact) {
        this.paper = paper;
        this.isXRechnung = profile == Profile.XRECHNUNG;
        this.contact = contact;
    }

    void agreement(Xml xml) {
        if (isXRechnung) {
            // Nobody asked the buyer for one of his own; this is what he can quote (ADR 040).
            xml.text("ram:BuyerReference", paper.number());
        }
        xml.element("ram:SellerTradeParty", this::seller);
        xml.element("ram:BuyerTradeParty", this::buyer);
    }

    void shipTo(Xml xml) {
        Paper.ShipTo to = paper.shipTo();
        xml.element("ram:ShipToTradeParty", party -> {
            party.text("ram:Name", to.name());
            address(party, to.zipCode(), to.street(), to.city(), to.country());
        });
    }

    private void seller(Xml xml) {
        Paper.Seller seller = paper.seller();
        Optional<String> vatNumber = vatNumber(seller.taxIdentifier());
        if (vatNumber.isEmpty()) {
            // A seller has to be told from others by more than his name (BR-CO-26).
            xml.text("ram:ID", seller.taxIdentifier());
        }
        xml.text("ram:Name", seller.name());
        if (isXRechnung) {
            contact(xml);
        }
        address(xml, seller.zipCode(), seller.street(), seller.city(), seller.country());
        if (isXRechnung) {
            receivingAddress(xml, vatNumber);
        }
        registration(xml, vatNumber.isPresent() ? "VA" : "FC", vatNumber.orElse(seller.taxIdentifier()));
    }

    private void contact(Xml xml) {
        if (contact.phone() == null && contact.email() == null) {
            return;
        }
        xml.element("ram:DefinedTradeContact", person -> {
            person.text("ram:PersonName", paper.seller().name());
            if (contact.phone() != null) {
                person.element(
                        "ram:TelephoneUniversalCommunication",
                        phone -> phone.text("ram:CompleteNumber", contact.phone()));
            }
            if (contact.email() != null) {
                person.element("ram:EmailURIUniversalCommunication", email -> email.text("ram:URIID", contact.email()));
            }
        });
    }

    /** A buyer's number that is none for VAT has no place as such; it is an identifier then. */
    private void buyer(Xml xml) {
        Paper.Customer customer = paper.customer();
        String taxIdentifier = customer.taxIdentifier();
        Optional<String> vatNumber = vatNumber(taxIdentifier);
        if (vatNumber.isEmpty()) {
            xml.text("ram:ID", taxIdentifier);
        }
        xml.text("ram:Name", customer.name());
        address(xml, customer.zipCode(), customer.street(), customer.city(), customer.country());
        if (isXRechnung) {
            vatNumber.ifPresent(number -> addressByVatNumber(xml, number));
        }
        vatNumber.ifPresent(number -> registration(xml, "VA", number));
    }

    private static void address(Xml xml, String zipCode, String street, String city, String country) {
        xml.element("ram:PostalTradeAddress", address -> {
            address.text("ram:PostcodeCode", zipCode);
            address.text("ram:LineOne", street);
            address.text("ram:CityName", city);
            address.text("ram:CountryID", country);
        });
    }

    private void receivingAddress(Xml xml, Optional<String> vatNumber) {
        String email = contact.email();
        if (email == null) {
            vatNumber.ifPresent(number -> addressByVatNumber(xml, number));
        } else {
            electronicAddress(xml, E_MAIL, email);
        }
    }

    private static void addressByVatNumber(Xml xml, String number) {
        String scheme = ADDRESS_SCHEMES.get(number.substring(0, 2));
        if (scheme != null) {
            electronicAddress(xml, scheme, number);
        }
    }

    private static void electronicAddress(Xml xml, String scheme, String address) {
        xml.element(
                "ram:URIUniversalCommunication",
                communication -> communication.text("ram:URIID", address, "schemeID", scheme));
    }

    private static void registration(Xml xml, String scheme, String number) {
        xml.element(
                "ram:SpecifiedTaxRegistration",
                registration -> registration.text("ram:ID", number, "schemeID", scheme));
    }

    private static Optional<String> vatNumber(@Nullable String taxIdentifier) {
        return Optional.ofNullable(taxIdentifier)
                .map(text -> text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT))
                .filter(text -> VAT_NUMBER.matcher(text).matches())
                .filter(text -> VAT_COUNTRIES.contains(text.substring(0, 2)));
    }
}
