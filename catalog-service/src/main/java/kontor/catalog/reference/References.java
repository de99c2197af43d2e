package kontor.catalog.reference;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns the ids and names of a request into what they name; refuses what names nothing (G-25). */
@Component
public class References {

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names are compared after case folding, among products not withdrawn (C-8). */
    public void requireFreeName(String name, long exceptId) {
        boolean taken = exists("""
                select exists (
                    select from product
                    where casefold(name collate pg_unicode_fast) = casefold(:value collate pg_unicode_fast)
                      and withdrawn_at is null and id <> :exceptId)
                """, name, exceptId);
        if (taken) {
            throw new Duplicate("The name");
        }
    }

    public void requireFreeBarcode(@Nullable String barcode, long exceptId) {
        boolean taken = barcode != null
                && exists(
                        "select exists (select from product where barcode = :value and withdrawn_at is null and id <> :exceptId)",
                        barcode,
                        exceptId);
        if (taken) {
            throw new Duplicate("The barcode");
        }
    }

    /** By id, by percentage, by both if they agree; the 0 % rate if by neither. */
    public long vatRate(@Nullable Long id, @Nullable BigDecimal percentage) {
        if (id == null) {
            BigDecimal wanted = percentage == null ? BigDecimal.ZERO : percentage;
            return find("select id from vat_rate where percentage = ?", wanted)
                    .orElseThrow(() -> new UnknownReference("/vatPercentage"));
        }
        long found =
                find("select id from vat_rate where id = ?", id).orElseThrow(() -> new UnknownReference("/vatRateId"));
        if (percentage != null && vatRate(null, percentage) != found) {
            throw new UnknownReference("/vatPercentage");
        }
        return found;
    }

    /** By id, by name, by both if they agree; none if by neither. */
    public @Nullable Long category(@Nullable Long id, @Nullable String name) {
        if (id == null) {
            return name == null
                    ? null
                    : Long.valueOf(byName(name).orElseThrow(() -> new UnknownReference("/categoryName")));
        }
        long found =
                find("select id from category where id = ?", id).orElseThrow(() -> new UnknownReference("/categoryId"));
        if (name != null && byName(name).filter(other -> other == found).isEmpty()) {
            throw new UnknownReference("/categoryName");
        }
        return found;
    }

    public Set<Long> tags(List<Long> ids) {
        Set<Long> known = new HashSet<>(jdbc.sql("select id from tag where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
        requireAll(ids, known, "/tagIds/");
        return known;
    }

    /** Only a picture that was uploaded for products, and is therefore square. */
    public @Nullable Long productPicture(@Nullable Long id) {
        return id == null
                ? null
                : Long.valueOf(find("select id from upload where purpose = 'PRODUCT' and id = ?", id)
                        .orElseThrow(() -> new UnknownReference("/imageUploadId")));
    }

    /** Withdrawn ones cannot be named any more (C-8). */
    public void requireProduct(@Nullable Long id) {
        if (id != null
                && find("select id from product where withdrawn_at is null and id = ?", id)
                        .isEmpty()) {
            throw new UnknownReference("/productId");
        }
    }

    /** Only one that is still offered. */
    public void requirePackaging(@Nullable Long id) {
        if (id != null
                && find("select id from packaging where active and id = ?", id).isEmpty()) {
            throw new UnknownReference("/packagingId");
        }
    }

    /** Only pictures that the member himself has uploaded for listings. */
    public void requireListingPictures(List<Long> ids, UUID memberId) {
        requireAll(
                ids,
                jdbc.sql("select id from upload where purpose = 'LISTING' and uploaded_by = ? and id = any(?)")
                        .params(memberId, ids.toArray(Long[]::new))
                        .query((row, n) -> row.getLong(1))
                        .list(),
                "/imageUploadIds/");
    }

    private static void requireAll(List<Long> ids, Collection<Long> known, String pointer) {
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                throw new UnknownReference(pointer + i);
            }
        }
    }

    private Optional<Long> byName(String name) {
        return find(
                "select id from category where casefold(name collate pg_unicode_fast) = casefold(? collate pg_unicode_fast)",
                name);
    }

    private Optional<Long> find(String sql, Object value) {
        return jdbc.sql(sql)
                .param(value)
                .query((row, n) -> Long.valueOf(row.getLong(1)))
                .optional();
    }

    private boolean exists(String sql, String value, long exceptId) {
        return jdbc.sql(sql)
                .param("value", value)
                .param("exceptId", exceptId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
