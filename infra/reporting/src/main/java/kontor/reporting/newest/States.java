package kontor.reporting.newest;

import java.util.List;
import kontor.platform.security.KnownMember;
import kontor.reporting.figure.Newest;

/** The state topics that are followed. */
public final class States {

    public static final Newest<KnownMember> MEMBERS = new Newest<>("kontor.identity.members.v1", KnownMember.class);

    public static final Newest<Product> PRODUCTS = new Newest<>("kontor.catalog.products.v1", Product.class);

    public static final List<Newest<?>> ALL = List.of(MEMBERS, PRODUCTS);

    private States() {}
}
