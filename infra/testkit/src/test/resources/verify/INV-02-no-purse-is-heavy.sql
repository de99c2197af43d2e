select id from purse where coins > 9
