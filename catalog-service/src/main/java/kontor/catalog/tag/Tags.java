package kontor.catalog.tag;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** All tags. */
interface Tags extends Repository<Tag, Long> {

    Tag saveAndFlush(Tag tag);

    void delete(Tag tag);

    Optional<Tag> findById(long id);

    @NativeQuery("""
            select exists (
                select from tag
                where casefold(name collate pg_unicode_fast) = casefold(:name collate pg_unicode_fast) and id <> :exceptId)
            """)
    boolean isTaken(String name, long exceptId);

    @NativeQuery("select count(*) from tag")
    long number();

    @NativeQuery("select product_id from product_tag where tag_id = :id")
    List<Long> productsOf(long id);

    /** Whether some product that is still sold or shown would be left without a tag. */
    @NativeQuery("""
            select exists (
                select from product_tag pt join product p on p.id = pt.product_id
                where pt.tag_id = :id and p.withdrawn_at is null
                  and not exists (select from product_tag o where o.product_id = pt.product_id and o.tag_id <> :id))
            """)
    boolean isOnlyOneOfAProduct(long id);
}
