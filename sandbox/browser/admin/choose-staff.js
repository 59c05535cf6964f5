// Signing in as someone else: a cookie of the sandbox's own origin, and the page again.
document.getElementById("staff")?.addEventListener("change", ({ target }) => {
  document.cookie = `sandbox_staff=${target.value}; path=/; SameSite=Lax`;
  window.location.reload();
});
