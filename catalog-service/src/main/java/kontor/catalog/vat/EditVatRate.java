package kontor.catalog.vat;

import java.math.BigDecimal;
import java.util.UUID;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/** A VAT rate shall have another percentage or name. */
record EditVatRate(long id, Sent<BigDecimal> percentage, Sent<String> name, UUID adminId, IfMatch expected) {}
