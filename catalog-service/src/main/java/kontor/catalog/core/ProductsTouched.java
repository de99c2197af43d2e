package kontor.catalog.core;

import java.util.Collection;

/**
 * What callers see of these products has changed: themselves, their price, tags, category path or VAT. Published once
 * per transaction, after the change was flushed; each product gets its next version and is told anew.
 */
public record ProductsTouched(Collection<Long> productIds) {}
