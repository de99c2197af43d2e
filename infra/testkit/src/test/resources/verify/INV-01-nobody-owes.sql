select id from purse where coins < 0 order by id desc
limit 1
