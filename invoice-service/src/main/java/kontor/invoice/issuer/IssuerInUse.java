package kontor.invoice.issuer;

import kontor.platform.Rejection;

/** The issuer is named on a document and stays as it is for ever (V-1). */
final class IssuerInUse extends Rejection {

    IssuerInUse(long id) {
        super(Kind.CONFLICT, "issuer-in-use", "Issuer %d is named on documents; add a new one.".formatted(id));
    }
}
