package dev.sluice.paging;

// region: options
/// `total.pages`: the number of the page grows up to the number of pages that each response holds.
///
/// @param totalPath path to the number of pages
/// @param pageParam the parameter that carries the number of the page
record TotalPages(String totalPath, String pageParam) {}
// end
