package kontor.catalog.category;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** All categories. */
interface Categories extends Repository<Category, Long> {

    Category saveAndFlush(Category category);

    void delete(Category category);

    Optional<Category> findById(long id);

    @NativeQuery("""
            select * from category where casefold(name collate pg_unicode_fast) = casefold(:name collate pg_unicode_fast)
            """)
    Optional<Category> findByName(String name);

    /** From the category itself up to its root. */
    @NativeQuery("select unnest(category_path(:id))")
    List<Long> path(long id);

    /** Levels of the subtree, 1 for a leaf. */
    @NativeQuery("""
            select cast(coalesce(max(cardinality(category_path(id))), 0) - cardinality(category_path(:id)) + 1 as int)
            from category_subtree(:id) id
            """)
    int height(long id);

    @NativeQuery("select id from product where category_id in (select category_subtree(:id))")
    List<Long> productsBelow(long id);

    @NativeQuery("select id from product where category_id = :id and withdrawn_at is not null")
    List<Long> withdrawnProductsOf(long id);

    @NativeQuery("""
            select exists (select from product where category_id = :id and withdrawn_at is null)
                or exists (select from category where parent_id = :id)
            """)
    boolean isInUse(long id);
}
