package kontor.invoice.importing;

import jakarta.validation.constraints.NotNull;
import kontor.platform.web.Text;

/** A company that sold in another shop, in the country of this one. */
record IssuerRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull @Text(max = 50) String name,
        @NotNull @Text(max = 10) String zipCode,
        @NotNull @Text(max = 50) String city,
        @NotNull @Text(max = 50) String street,
        @NotNull @Text(max = 20) String taxIdentifier,
        @NotNull @Text(max = 50) String bankAccount) {}
