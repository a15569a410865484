select
    cast(day as date) as date_day,
    year(day) as year,
    month(day) as month,
    strftime(day, '%Y-%m') as year_month,
    isodow(day) as iso_weekday,
    ['सोमवार', 'मंगलवार', 'बुधवार', 'गुरुवार', 'शुक्रवार', 'शनिवार', 'रविवार'][isodow(day)] as weekday_hi,
    dayname(day) as weekday_en,
    [
        'जनवरी', 'फरवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'
    ][month(day)] as month_hi,
    monthname(day) as month_en
from generate_series(date '1900-01-01', date '2099-12-31', interval 1 day) as days (day)
