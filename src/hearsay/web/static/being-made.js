// What the page shows is being made: it asks again until it is there.

setTimeout(() => location.reload(), 5000);
