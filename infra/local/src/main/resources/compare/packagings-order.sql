-- INV-30: what order-service knows of every packaging is what catalog-service says.
-- left: catalog
select id, concat_ws('|', name, length_mm, width_mm, height_mm, weight_g, active) from packaging
-- right: order
select id, concat_ws('|', name, length_mm, width_mm, height_mm, weight_g, active) from known_packaging
